package shop;

import java.util.Random;

class Tokens {
  private final Random random = new Random(); // finds weak-random (warning)

  int code() {
    return new java.util.Random().nextInt(1000000); // finds weak-random (warning)
  }

  double half() {
    return Math.random(); // finds weak-random (warning)
  }

  Random again(long seed) {
    return new Random(seed); // finds weak-random (warning)
  }
}
