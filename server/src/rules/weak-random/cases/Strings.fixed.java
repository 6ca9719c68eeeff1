import org.apache.commons.lang3.RandomStringUtils;

class Strings {
  String password() {
    return RandomStringUtils.secure().nextAlphanumeric(12); // finds weak-random (warning)
  }
}
