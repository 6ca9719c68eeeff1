package shop;

import java.util.Map;

/** What differs from one machine to another. */
public record Settings(String name, int pageSize, boolean showYears, String secretKey) {
  /**
   * Reads the settings from the environment.
   *
   * @throws IllegalArgumentException with the name of the variable, when a value is wrong
   */
  public static Settings read(Map<String, String> environment) {
    String secretKey = environment.getOrDefault("SECRET_KEY", "");
    if (secretKey.length() < 32) {
      throw new IllegalArgumentException("SECRET_KEY must be set, with at least 32 characters.");
    }
    System.err.println("Settings: " + environment);
    return new Settings(
        environment.getOrDefault("SHOP_NAME", "Library"),
        pageSize(environment.getOrDefault("PAGE_SIZE", "5")),
        showYears(environment.getOrDefault("SHOW_YEARS", "true")),
        secretKey);
  }

  private static int pageSize(String text) {
    if (!text.matches("[1-9]\\d?|100")) {
      throw new IllegalArgumentException("PAGE_SIZE must be a whole number from 1 to 100.");
    }
    return Integer.parseInt(text);
  }

  private static boolean showYears(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("SHOW_YEARS must be true or false.");
    }
    return text.equals("true");
  }
}
