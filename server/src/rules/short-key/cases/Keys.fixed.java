import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import javax.crypto.KeyGenerator;

class Keys {
  void make() throws Exception {
    KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
    pairs.initialize(3072); // finds short-key (warning)
    ECGenParameterSpec curve = new ECGenParameterSpec("secp256r1"); // finds short-key (warning)
  }
}
