package shop;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Where WebSocket connections are taken. */
@Configuration
@EnableWebSocket
public class ChatConfiguration implements WebSocketConfigurer {
  private final ChatHandler chat;

  public ChatConfiguration(ChatHandler chat) {
    this.chat = chat;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    // When no origin is named, Spring takes pages of this server alone.
    registry.addHandler(chat, "/chat");
  }
}
