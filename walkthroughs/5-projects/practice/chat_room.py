# A chat room without the network: members get each message that is sent. Run it: python3 chat_room.py


class Member:
    def __init__(self, name):
        self.name = name
        self.inbox = []

    def receive(self, text):
        self.inbox.append(text)


class Room:
    def __init__(self):
        self.members = []

    def join(self, member):
        self.members.append(member)
        self.send(f"{member.name} is here.")

    def leave(self, member):
        # Your task: take the member out of the room, and tell the others.
        pass

    def send(self, text):
        for member in self.members:
            member.receive(text[:500])


room = Room()
ada = Member("Ada")
grace = Member("Grace")
room.join(ada)
room.join(grace)
room.leave(grace)
room.send("Is anybody here?")

print("Ada got:", ada.inbox)
print("Grace got:", grace.inbox)
print("leave works." if "Is anybody here?" not in grace.inbox else "Grace still gets messages.")
