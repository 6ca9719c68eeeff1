package shop;

import java.net.URI;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class ShopApplication {
  public static void main(String[] args) {
    SpringApplication.run(ShopApplication.class, args);
  }

  @Bean
  DataSource dataSource() {
    String address = System.getenv("DATABASE_URL");
    if (address == null) {
      return DataSourceBuilder.create().url("jdbc:sqlite:" + System.getenv("DATABASE")).build();
    }
    URI uri = URI.create(address);
    String[] login = uri.getUserInfo().split(":", 2);
    return DataSourceBuilder.create()
        .url("jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath())
        .username(login[0])
        .password(login[1])
        .build();
  }
}
