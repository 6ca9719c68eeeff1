import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;

class Inline {
  void set(HttpServletResponse response, String token) {
    response.addCookie(new Cookie("token", token)); // finds insecure-cookie (warning)
  }
}
