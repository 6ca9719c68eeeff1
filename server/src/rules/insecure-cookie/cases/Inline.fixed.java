import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;

class Inline {
  void set(HttpServletResponse response, String token) {
    Cookie cookie = new Cookie("token", token);
    cookie.setSecure(true);
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie); // finds insecure-cookie (warning)
  }
}
