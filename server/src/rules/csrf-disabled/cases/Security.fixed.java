import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;

class Security {
  void first(HttpSecurity http) throws Exception {
    http.authorizeRequests().anyRequest().authenticated();
  }

  void second(HttpSecurity http) throws Exception {
    http // finds csrf-disabled (warning)
        .formLogin();
  }

  void third(HttpSecurity http) throws Exception {
    http.formLogin(); // finds csrf-disabled (warning)
  }
}
