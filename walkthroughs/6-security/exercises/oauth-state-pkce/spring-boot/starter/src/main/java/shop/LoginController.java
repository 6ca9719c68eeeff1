package shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class LoginController {
  private final Provider provider;
  private final String providerUrl;
  private final String clientSecret;
  private final String redirectUri;

  LoginController(
      Provider provider,
      @Value("${PROVIDER_URL}") String providerUrl,
      @Value("${CLIENT_SECRET}") String clientSecret,
      @Value("http://127.0.0.1:${server.port}/callback") String redirectUri) {
    this.provider = provider;
    this.providerUrl = providerUrl;
    this.clientSecret = clientSecret;
    this.redirectUri = redirectUri;
  }

  @GetMapping("/login")
  ResponseEntity<Void> logIn() {
    String back = URLEncoder.encode(redirectUri, StandardCharsets.UTF_8);
    String url = providerUrl + "/authorize?response_type=code&client_id=shop&redirect_uri=" + back;
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(url)).build();
  }

  @GetMapping("/callback")
  ResponseEntity<Void> comeBack(@RequestParam String code, HttpServletRequest request)
      throws IOException, InterruptedException {
    Map<String, String> form =
        Map.of(
            "grant_type", "authorization_code",
            "code", code,
            "redirect_uri", redirectUri,
            "client_id", "shop",
            "client_secret", clientSecret);
    String name = provider.name(provider.token(form));
    request.getSession().invalidate();
    request.getSession().setAttribute("name", name);
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/me")).build();
  }

  @GetMapping("/me")
  Map<String, Object> showMe(HttpSession session) {
    Object name = session.getAttribute("name");
    if (name == null) {
      throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
    }
    return Map.of("name", name);
  }
}
