package shop;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Guards the paths below /admin. */
@Component
@Order(3)
public class KeyFilter extends OncePerRequestFilter {
  private final byte[] key;

  public KeyFilter(@Value("${API_KEY}") String key) {
    this.key = key.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    if (request.getServletPath().startsWith("/admin") && !hasKey(request)) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      response.getWriter().write("{\"error\": \"The key is missing or wrong.\"}");
      return;
    }
    next.doFilter(request, response);
  }

  private boolean hasKey(HttpServletRequest request) {
    String sent = request.getHeader("X-Api-Key");
    // Takes as long for every wrong key, so that nobody can guess it letter by letter.
    return sent != null && MessageDigest.isEqual(key, sent.getBytes(StandardCharsets.UTF_8));
  }
}
