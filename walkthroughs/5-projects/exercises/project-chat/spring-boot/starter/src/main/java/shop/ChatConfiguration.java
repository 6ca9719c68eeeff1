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
    // TODO: the handler for /chat. Look up which origins Spring allows when none is named.
  }
}
