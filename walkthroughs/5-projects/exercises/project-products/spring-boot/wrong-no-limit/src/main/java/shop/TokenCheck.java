package shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Stands in front of the routes: only who has the token may change products. */
@Configuration
public class TokenCheck implements WebMvcConfigurer, HandlerInterceptor {
  /** HEAD is a GET whose answer has no body. */
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final String token;

  public TokenCheck(@Value("${shop.token}") String token) {
    this.token = token;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/products/**");
  }

  /** Spring asks this before every route. After false the route is not run. */
  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object route) {
    if (READING.contains(request.getMethod()) || hasToken(request)) {
      return true;
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    response.setStatus(HttpStatus.UNAUTHORIZED.value());
    return false;
  }

  private boolean hasToken(HttpServletRequest request) {
    String given = request.getHeader(HttpHeaders.AUTHORIZATION);
    // A server without a token lets nobody in.
    return given != null && !token.isEmpty() && isSame(given, "Bearer " + token);
  }

  /** Takes the same time wherever the first difference is. */
  private static boolean isSame(String given, String expected) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }
}
