import org.springframework.http.ResponseCookie;

class Chain {
  ResponseCookie login(String token) {
    return ResponseCookie.from("session", token).secure(false).sameSite("Strict").build(); // finds insecure-cookie (warning)
  }
}
