import javax.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.nio.charset.StandardCharsets;

class Hook {
  private final String apiKey = System.getenv("API_KEY");

  boolean isAllowed(HttpServletRequest request) {
    return MessageDigest.isEqual(String.valueOf(request.getHeader("X-Api-Key")).getBytes(StandardCharsets.UTF_8), apiKey.getBytes(StandardCharsets.UTF_8)); // finds timing-unsafe-comparison (warning)
  }
}
