import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import javax.crypto.KeyGenerator;

class Keys {
  void make() throws Exception {
    KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
    pairs.initialize(1024); // finds short-key (warning)
    ECGenParameterSpec curve = new ECGenParameterSpec("secp192r1"); // finds short-key (warning)
  }
}
