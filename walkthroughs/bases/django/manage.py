"""Django's commands: `python manage.py runserver --noreload` starts the server."""

import os
import sys

import django
from django.core.management import call_command, execute_from_command_line
from django.core.management.commands.runserver import Command as RunServer


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
    RunServer.default_port = os.environ.get("PORT", "8000")
    if "runserver" in sys.argv:
        # Usually you call this by hand: it makes the tables that are missing.
        django.setup()
        call_command("migrate", run_syncdb=True, verbosity=0)
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
