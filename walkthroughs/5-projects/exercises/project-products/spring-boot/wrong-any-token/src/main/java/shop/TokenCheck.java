package shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Stands in front of the routes: only who has the token may change products. */
@Configuration
public class TokenCheck implements WebMvcConfigurer, HandlerInterceptor {
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/products/**");
  }

  /** Spring asks this before every route. After false the route is not run. */
  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object route) {
    boolean isReading = HttpMethod.GET.matches(request.getMethod());
    if (isReading || hasToken(request)) {
      return true;
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    response.setStatus(HttpStatus.UNAUTHORIZED.value());
    return false;
  }

  private boolean hasToken(HttpServletRequest request) {
    String given = request.getHeader(HttpHeaders.AUTHORIZATION);
    return given != null && given.startsWith("Bearer ");
  }
}
