import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.util.Date;
import javax.crypto.spec.SecretKeySpec;

class Environment {
  private static final String SIGNING_SECRET = "shhhh-shhhh";

  String issue(String user, Date until) {
    return JWT.create().withSubject(user).withExpiresAt(until).sign(Algorithm.HMAC256(SIGNING_SECRET)); // finds hardcoded-secret
  }

  SecretKeySpec key() {
    return new SecretKeySpec("0123456789abcdef".getBytes(), "AES"); // finds hardcoded-secret
  }
}
