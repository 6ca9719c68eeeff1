import javax.servlet.http.HttpServletRequest;

class Hook {
  private final String apiKey = System.getenv("API_KEY");

  boolean isAllowed(HttpServletRequest request) {
    return request.getHeader("X-Api-Key").equals(apiKey); // finds timing-unsafe-comparison (warning)
  }
}
