import java.util.*;
import javax.persistence.EntityManager;
import javax.servlet.http.*;
import org.apache.ibatis.annotations.*;
import org.hibernate.Session;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.*;

class Users extends HttpServlet {
  private JdbcTemplate jdbc;
  private NamedParameterJdbcTemplate named;
  private EntityManager entities;

  interface Mapper {
    @Select("SELECT * FROM users WHERE name LIKE '%${name}%' AND age = ${age}") // finds sql-injection (warning)
    List<String> find(@Param("name") String name, @Param("age") String age);

    @Select("SELECT * FROM users ORDER BY ${column}") // finds sql-injection (warning)
    List<String> sorted(@Param("column") String column);
  }

  void template(HttpServletRequest request) {
    String name = request.getParameter("name");
    jdbc.queryForObject("SELECT count(*) FROM users WHERE name = '" + name + "'", Integer.class); // finds sql-injection
    jdbc.query("SELECT name FROM users WHERE name = '" + name + "'", (rs, n) -> rs.getString(1)); // finds sql-injection
    jdbc.update("UPDATE users SET age = ? WHERE name = '" + name + "'", 7); // finds sql-injection
    jdbc.queryForObject("SELECT count(*) FROM users WHERE name = '" + name + "'", new Object[] {}, Integer.class); // finds sql-injection
    jdbc.execute("DELETE FROM users WHERE name = '" + name + "'"); // finds sql-injection
    jdbc.batchUpdate("DELETE FROM users WHERE name = '" + name + "'"); // finds sql-injection
    jdbc.queryForList("SELECT * FROM users ORDER BY name " + request.getParameter("direction")); // finds sql-injection
  }

  void byName(HttpServletRequest request) {
    String name = request.getParameter("name");
    named.queryForList("SELECT * FROM users WHERE name = '" + name + "'", new HashMap<>()); // finds sql-injection
    named.queryForList("SELECT * FROM users WHERE age = :age AND name = '" + name + "'", Map.of("age", 7)); // finds sql-injection
    named.update("DELETE FROM users WHERE name = '" + name + "'", new MapSqlParameterSource()); // finds sql-injection
  }

  void objects(HttpServletRequest request, Session session) {
    String name = request.getParameter("name");
    entities.createQuery("FROM User WHERE name = '" + name + "'").getResultList(); // finds sql-injection
    String text = "SELECT * FROM users WHERE name LIKE '" + name + "%' AND age > " + request.getParameter("age");
    entities.createNativeQuery(text).getResultList(); // finds sql-injection
    session.createQuery(String.format("FROM User WHERE name = '%s'", name)).list(); // finds sql-injection
  }
}
