import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;

class Security {
  void first(HttpSecurity http) throws Exception {
    http.csrf().disable(); // finds csrf-disabled (warning)
    http.authorizeRequests().anyRequest().authenticated();
  }

  void second(HttpSecurity http) throws Exception {
    http
        .csrf(csrf -> csrf.disable()) // finds csrf-disabled (warning)
        .formLogin();
  }

  void third(HttpSecurity http) throws Exception {
    http.csrf(AbstractHttpConfigurer::disable).formLogin(); // finds csrf-disabled (warning)
  }
}
