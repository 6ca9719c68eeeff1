package shop;

import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** The chat room. Spring calls it for each connection, from several threads at once. */
@Component
public class ChatHandler extends TextWebSocketHandler {
  // TODO: who is connected, who has joined with which name, and the last messages

  @Override
  public synchronized void afterConnectionEstablished(WebSocketSession session) {
    // TODO
  }

  @Override
  protected synchronized void handleTextMessage(WebSocketSession session, TextMessage message) {
    // TODO: ObjectMapper.readTree parses the text.
  }

  @Override
  public synchronized void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    // TODO
  }
}
