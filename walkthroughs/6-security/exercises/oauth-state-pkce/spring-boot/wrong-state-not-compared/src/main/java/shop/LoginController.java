package shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
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
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

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

  private static String randomText() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return ENCODER.encodeToString(bytes);
  }

  private static String challengeOf(String verifier) throws NoSuchAlgorithmException {
    byte[] text = verifier.getBytes(StandardCharsets.US_ASCII);
    return ENCODER.encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
  }

  @GetMapping("/login")
  ResponseEntity<Void> logIn(HttpSession session) throws NoSuchAlgorithmException {
    String state = randomText();
    String verifier = randomText();
    session.setAttribute("state", state);
    session.setAttribute("verifier", verifier);
    Map<String, String> values =
        Map.of(
            "response_type", "code",
            "client_id", "shop",
            "redirect_uri", redirectUri,
            "state", state,
            "code_challenge", challengeOf(verifier),
            "code_challenge_method", "S256");
    String url = providerUrl + "/authorize?" + Provider.query(values);
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(url)).build();
  }

  @GetMapping("/callback")
  ResponseEntity<Void> comeBack(
      @RequestParam String code,
      @RequestParam(defaultValue = "") String state,
      HttpServletRequest request)
      throws IOException, InterruptedException {
    HttpSession session = request.getSession();
    Object wanted = session.getAttribute("state");
    Object verifier = session.getAttribute("verifier");
    session.removeAttribute("state");
    session.removeAttribute("verifier");
    if (state.isEmpty() || wanted == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    Map<String, String> form =
        Map.of(
            "grant_type", "authorization_code",
            "code", code,
            "redirect_uri", redirectUri,
            "client_id", "shop",
            "client_secret", clientSecret,
            "code_verifier", String.valueOf(verifier));
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
