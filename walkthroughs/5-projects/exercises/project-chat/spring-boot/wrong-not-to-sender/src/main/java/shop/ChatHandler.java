package shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * The chat room. Spring calls it for each connection, from several threads at once; `synchronized`
 * lets in one after the other.
 */
@Component
public class ChatHandler extends TextWebSocketHandler {
  private static final int LONGEST_NAME = 20;
  private static final int LONGEST_TEXT = 500;
  private static final int KEPT_MESSAGES = 20;

  private record Said(String name, String text) {}

  private final ObjectMapper json;

  /** Everyone who is connected, by the id of the connection. */
  private final Map<String, WebSocketSession> connections = new HashMap<>();

  /** The names of those who have joined, by the id of the connection. */
  private final Map<String, String> names = new HashMap<>();

  /** The oldest message first. */
  private final Deque<Said> history = new ArrayDeque<>();

  public ChatHandler(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public synchronized void afterConnectionEstablished(WebSocketSession session) {
    connections.put(session.getId(), session);
  }

  @Override
  protected synchronized void handleTextMessage(WebSocketSession session, TextMessage message) {
    String id = session.getId();
    JsonNode sent;
    try {
      sent = json.readTree(message.getPayload());
    } catch (JsonProcessingException exception) {
      refuse(id, "Send JSON.");
      return;
    }
    switch (sent.path("type").asText()) {
      case "join" -> join(id, sent.path("name"));
      case "message" -> say(id, sent.path("text"));
      default -> refuse(id, "The type must be join or message.");
    }
  }

  @Override
  public synchronized void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    connections.remove(session.getId());
    String name = names.remove(session.getId());
    if (name != null) {
      sendToAll(Map.of("type", "left", "name", name));
    }
  }

  private void join(String id, JsonNode sent) {
    String name = sent.isTextual() ? sent.asText().strip() : "";
    if (names.containsKey(id)) {
      refuse(id, "You have joined already.");
    } else if (name.isEmpty() || name.length() > LONGEST_NAME) {
      refuse(id, "A name has 1 to " + LONGEST_NAME + " characters.");
    } else if (names.containsValue(name)) {
      refuse(id, "This name is taken.");
    } else {
      names.put(id, name);
      send(id, Map.of("type", "history", "messages", history));
      sendToAll(Map.of("type", "joined", "name", name));
    }
  }

  private void say(String id, JsonNode sent) {
    String name = names.get(id);
    String text = sent.isTextual() ? sent.asText() : "";
    if (name == null) {
      refuse(id, "Join first.");
    } else if (text.isBlank() || text.length() > LONGEST_TEXT) {
      refuse(id, "A text has 1 to " + LONGEST_TEXT + " characters.");
    } else {
      history.addLast(new Said(name, text));
      if (history.size() > KEPT_MESSAGES) {
        history.removeFirst();
      }
      for (String other : List.copyOf(names.keySet())) {
        if (!other.equals(id)) {
          send(other, Map.of("type", "message", "name", name, "text", text));
        }
      }
    }
  }

  private void refuse(String id, String reason) {
    send(id, Map.of("type", "error", "reason", reason));
  }

  /** To everyone who has joined. */
  private void sendToAll(Map<String, ?> message) {
    // A copy: who cannot be reached is taken out meanwhile.
    for (String id : List.copyOf(names.keySet())) {
      send(id, message);
    }
  }

  private void send(String id, Map<String, ?> message) {
    WebSocketSession connection = connections.get(id);
    if (connection == null) {
      return;
    }
    try {
      connection.sendMessage(new TextMessage(json.writeValueAsString(message)));
    } catch (IOException | IllegalStateException exception) {
      // Who is gone must not keep the message from the others.
      close(connection);
    }
  }

  private static void close(WebSocketSession connection) {
    try {
      connection.close(CloseStatus.SESSION_NOT_RELIABLE);
    } catch (IOException exception) {
      // It is closed already.
    }
  }
}
