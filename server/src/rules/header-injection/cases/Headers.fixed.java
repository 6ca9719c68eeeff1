import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

public class Headers extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String language = request.getParameter("language");
        response.setHeader("Content-Language", String.valueOf(language).replaceAll("[\r\n]", "")); // finds header-injection (warning)
        Cookie cookie = new Cookie("language", URLEncoder.encode(language, StandardCharsets.UTF_8)); // finds header-injection (hint)
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        response.addCookie(cookie);
    }
}
