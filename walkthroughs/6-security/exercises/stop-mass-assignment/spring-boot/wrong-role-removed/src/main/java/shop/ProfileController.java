package shop;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProfileController {
  // A real shop keeps members in a database and takes the id from the session.
  private final Member member = new Member();
  private final ObjectMapper mapper;

  ProfileController(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @GetMapping("/profile")
  Member showProfile() {
    return member;
  }

  @PatchMapping("/profile")
  Member changeProfile(@RequestBody Map<String, Object> changes) throws JsonMappingException {
    changes.remove("role");
    return mapper.updateValue(member, changes);
  }
}
