package shop;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Writes one line for every request. */
@Component
@Order(2)
public class LogFilter extends OncePerRequestFilter {
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    // The path is as it was sent: a line end in it is still written as %0A.
    System.out.println(
        request.getMethod()
            + " "
            + request.getRequestURI()
            + " "
            + response.getStatus()
            + " "
            + response.getHeader(RequestIdFilter.HEADER));
    next.doFilter(request, response);
  }
}
