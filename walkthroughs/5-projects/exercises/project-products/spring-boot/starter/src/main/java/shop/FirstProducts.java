package shop;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Fills an empty table with the products of the file products.json. */
@Component
public class FirstProducts implements ApplicationRunner {
  @Override
  public void run(ApplicationArguments arguments) {
    // TODO: Spring runs this once the tables are made.
  }
}
