import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MergePatch {
  private final ObjectMapper mapper = new ObjectMapper();
  private final Member member = new Member();

  @PatchMapping("/member")
  Member change(@RequestBody Map<String, Object> changes) throws JsonMappingException {
    return mapper.updateValue(member, changes); // finds mass-assignment (warning)
  }
}
