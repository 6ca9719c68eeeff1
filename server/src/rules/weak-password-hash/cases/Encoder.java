import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class Encoder {
  @Bean
  PasswordEncoder encoder() {
    return NoOpPasswordEncoder.getInstance(); // finds weak-password-hash (warning)
  }
}
