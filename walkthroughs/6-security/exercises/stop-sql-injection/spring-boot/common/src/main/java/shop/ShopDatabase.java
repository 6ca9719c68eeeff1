package shop;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A database in memory, filled from shop.sql. */
@Configuration
class ShopDatabase {
  @Bean
  JdbcTemplate db() {
    DataSource source = new SingleConnectionDataSource("jdbc:sqlite::memory:", true);
    new ResourceDatabasePopulator(new FileSystemResource("shop.sql")).execute(source);
    return new JdbcTemplate(source);
  }
}
