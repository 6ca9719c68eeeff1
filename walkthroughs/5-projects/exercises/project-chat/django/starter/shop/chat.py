"""The room of the chat. Each connection has a ChatConsumer of its own."""

from channels.generic.websocket import AsyncJsonWebsocketConsumer

# What the connections share: a group of the channel layer, by its name.
ROOM = "room"

# TODO: the names of those who have joined, and the last messages.


class ChatConsumer(AsyncJsonWebsocketConsumer):
    async def connect(self):
        # TODO: look at the Origin first. self.scope["headers"] has the headers, as bytes.
        await self.accept()

    async def disconnect(self, code):
        # TODO: leave the room, and tell the others.
        pass

    async def receive(self, text_data=None, bytes_data=None):
        # TODO: join, say something to the room, or answer an error.
        await self.send_json({"type": "error", "reason": "The room is not open yet."})

    async def send_to_room(self, message):
        """Channels calls room_message in each connection that group_add has put into the room."""
        await self.channel_layer.group_send(ROOM, {"type": "room.message", "message": message})

    async def room_message(self, event):
        await self.send_json(event["message"])
