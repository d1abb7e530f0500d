"""The store as Django knows it."""

from django.apps import AppConfig


class Store(AppConfig):
    name = "askwell.store"
    label = "store"
