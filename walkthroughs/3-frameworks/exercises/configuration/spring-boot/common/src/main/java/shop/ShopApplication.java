package shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Reads the settings first, then starts the application and hands them to the classes that ask. */
@SpringBootApplication
public class ShopApplication {
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(ShopApplication.class);
    try {
      Settings settings = Settings.read(System.getenv());
      application.addInitializers(
          context -> context.getBeanFactory().registerSingleton("settings", settings));
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(1);
    }
    application.run(args);
  }
}
