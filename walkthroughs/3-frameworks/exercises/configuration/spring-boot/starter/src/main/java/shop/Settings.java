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
    // TODO: read SHOP_NAME, PAGE_SIZE, SHOW_YEARS and SECRET_KEY, and check them.
    return new Settings("Library", 5, true, "");
  }
}
