from django.conf import settings
from django.http import HttpResponse


def home(request):
    return HttpResponse((settings.BASE_DIR / "chat.html").read_text("utf-8"))
