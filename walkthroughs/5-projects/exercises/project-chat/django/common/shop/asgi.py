"""Requests go to the views, WebSocket connections to the chat."""

from channels.routing import ProtocolTypeRouter, URLRouter
from django.core.asgi import get_asgi_application
from django.urls import path

from shop.chat import ChatConsumer

application = ProtocolTypeRouter(
    {
        "http": get_asgi_application(),
        "websocket": URLRouter([path("chat", ChatConsumer.as_asgi())]),
    }
)
