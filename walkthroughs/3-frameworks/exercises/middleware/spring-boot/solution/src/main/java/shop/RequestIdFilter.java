package shop;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request an id. In Spring, a middleware is called a filter. */
@Component
@Order(1)
public class RequestIdFilter extends OncePerRequestFilter {
  static final String HEADER = "X-Request-Id";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    String id = request.getHeader(HEADER);
    if (id == null || !id.matches("[A-Za-z0-9-]{8,64}")) {
      id = UUID.randomUUID().toString();
    }
    response.setHeader(HEADER, id);
    next.doFilter(request, response);
  }
}
