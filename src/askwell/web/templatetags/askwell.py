"""Tags and filters that every template has: icons, faces, days in words."""

from django import template

register = template.Library()
