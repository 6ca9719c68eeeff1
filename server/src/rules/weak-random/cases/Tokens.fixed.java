package shop;

import java.util.Random;
import java.security.SecureRandom;

class Tokens {
  private final Random random = new SecureRandom(); // finds weak-random (warning)

  int code() {
    return new java.security.SecureRandom().nextInt(1000000); // finds weak-random (warning)
  }

  double half() {
    return new SecureRandom().nextDouble(); // finds weak-random (warning)
  }

  Random again(long seed) {
    return new SecureRandom(); // finds weak-random (warning)
  }
}
