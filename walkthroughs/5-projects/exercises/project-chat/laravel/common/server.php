<?php

// Starts the chat: `php server.php`. PORT is read from the environment. PHP's own web server takes
// no WebSocket connections, and Laravel has one that needs more than PHP; so this project brings a
// small one. It knows HTTP and WebSockets, and leaves the chat to App\Chat\Room.

use App\Chat\Room;
use App\Chat\Server;

require __DIR__ . '/bootstrap/autoload.php';

(new Server(new Room()))->run((int) (getenv('PORT') ?: 8000));
