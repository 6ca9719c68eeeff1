package shop;

import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

class Boxes {
  static byte[] first(byte[] text) throws Exception {
    byte[] iv = new byte[8];
    new SecureRandom().nextBytes(iv);
    KeyGenerator generator = KeyGenerator.getInstance("DES"); // finds weak-cipher (warning)
    generator.init(56);
    SecretKey key = generator.generateKey();
    IvParameterSpec spec = new IvParameterSpec(iv);
    Cipher cipher = Cipher.getInstance("DES/CBC/PKCS5Padding"); // finds weak-cipher (warning)
    cipher.init(Cipher.ENCRYPT_MODE, key, spec);
    return cipher.doFinal(text);
  }

  static byte[] second(byte[] text, byte[] secret) throws Exception {
    SecretKeySpec key = new SecretKeySpec(secret, "AES");
    Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding"); // finds weak-cipher (warning)
    cipher.init(Cipher.ENCRYPT_MODE, key);
    byte[] result = cipher.doFinal(text);
    return result;
  }

  static byte[] third(byte[] text, byte[] secret) throws Exception {
    Cipher cipher = Cipher.getInstance("DESede/ECB/PKCS5Padding"); // finds weak-cipher (warning)
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(secret, "DESede"));
    return cipher.doFinal(text);
  }

  static byte[] fourth(byte[] text, byte[] secret) throws Exception {
    Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding"); // finds weak-cipher (warning)
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(secret, "AES"));
    return cipher.doFinal(text);
  }

  static Cipher fifth() throws Exception {
    return Cipher.getInstance("RSA/ECB/NoPadding"); // finds weak-cipher (warning)
  }
}
