import java.security.MessageDigest;
import java.security.Signature;
import org.apache.commons.codec.digest.DigestUtils;

class Digests {
  byte[] first(byte[] data) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(data); // finds weak-hash (warning)
  }

  byte[] second(byte[] data) throws Exception {
    String algorithm = "SHA-256";
    return MessageDigest.getInstance(algorithm, "SUN").digest(data); // finds weak-hash (warning)
  }

  Signature third() throws Exception {
    return Signature.getInstance("SHA256withRSA"); // finds weak-hash (warning)
  }

  String fourth(String data) {
    return DigestUtils.sha256Hex(data); // finds weak-hash (warning)
  }

  byte[] fifth(byte[] data) {
    return DigestUtils.getSha256Digest().digest(data); // finds weak-hash (warning)
  }
}
