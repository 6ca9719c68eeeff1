package shop;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class ReceiptController {
  record Receipt(int number, int cents, String signature) {}

  private final String signingKey;

  private final Map<Integer, Integer> receipts = Map.of(7, 1250, 8, 499);

  ReceiptController(@Value("${SIGNING_KEY:}") String signingKey) {
    this.signingKey = signingKey.isEmpty() ? "8f2Kq0ZrT5vXw1LmB7nC" : signingKey;
  }

  @GetMapping("/receipts/{number}")
  Receipt showReceipt(@PathVariable int number) throws GeneralSecurityException {
    Integer cents = receipts.get(number);
    if (cents == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such receipt.");
    }
    return new Receipt(number, cents, sign(number + ":" + cents));
  }

  private String sign(String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(signingKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
