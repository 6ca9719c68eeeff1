"""The room of the chat. Each connection has a ChatConsumer of its own."""

import json
from collections import deque

from channels.generic.websocket import AsyncJsonWebsocketConsumer

LONGEST_NAME = 20
LONGEST_TEXT = 500

# What the connections share: a group of the channel layer, by its name.
ROOM = "room"

# The names of those who have joined.
names = set()

# The last messages, the oldest first.
history = deque(maxlen=20)


def is_own_page(scope):
    """Browsers say where a page is from. A program that is no browser need not."""
    headers = dict(scope["headers"])
    origin = headers.get(b"origin")
    return origin is None or origin == b"http://" + headers.get(b"host", b"")


def parse_message(text):
    """The object that the JSON stands for; an empty one when it is no object."""
    try:
        message = json.loads(text or "")
    except (ValueError, RecursionError):
        message = None
    return message if isinstance(message, dict) else {}


class ChatConsumer(AsyncJsonWebsocketConsumer):
    # None until the connection has joined.
    name = None

    async def connect(self):
        if is_own_page(self.scope):
            await self.accept()
        else:
            # What is closed before it is accepted gets 403.
            await self.close()

    async def disconnect(self, code):
        if self.name is None:
            return
        names.remove(self.name)
        await self.channel_layer.group_discard(ROOM, self.channel_name)
        await self.send_to_room({"type": "left", "name": self.name})

    async def receive(self, text_data=None, bytes_data=None):
        message = parse_message(text_data)
        kind = message.get("type")
        if kind == "join":
            await self.join(message.get("name"))
        elif kind == "message":
            await self.say(message.get("text"))
        else:
            await self.send_error("Send an object of the type join or message.")

    async def join(self, wanted):
        name = wanted.strip() if isinstance(wanted, str) else ""
        if self.name is not None:
            return await self.send_error("You have joined already.")
        if not 1 <= len(name) <= LONGEST_NAME:
            return await self.send_error(f"A name has 1 to {LONGEST_NAME} characters.")
        if name in names:
            return await self.send_error("This name is taken.")
        names.add(name)
        self.name = name
        await self.channel_layer.group_add(ROOM, self.channel_name)
        await self.send_json({"type": "history", "messages": list(history)})
        await self.send_to_room({"type": "joined", "name": name})

    async def say(self, text):
        if self.name is None:
            return await self.send_error("Join before you send a message.")
        if not isinstance(text, str) or text.strip() == "" or len(text) > LONGEST_TEXT:
            return await self.send_error(f"A text has 1 to {LONGEST_TEXT} characters.")
        history.append({"name": self.name, "text": text})
        await self.send_to_room({"type": "message", "name": self.name, "text": text})

    async def send_error(self, reason):
        await self.send_json({"type": "error", "reason": reason})

    async def send_to_room(self, message):
        """Channels calls room_message in each connection that group_add has put into the room."""
        await self.channel_layer.group_send(ROOM, {"type": "room.message", "message": message})

    async def room_message(self, event):
        await self.send_json(event["message"])
