"""Askwell: the job search that asks well."""
