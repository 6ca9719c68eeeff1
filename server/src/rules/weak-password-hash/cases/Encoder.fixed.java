import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class Encoder {
  @Bean
  PasswordEncoder encoder() {
    return new BCryptPasswordEncoder(12); // finds weak-password-hash (warning)
  }
}
