class UsersController < ApplicationController
  def index
    User.where("name = ?", params[:name]).first # finds sql-injection
    User.where("name LIKE ? AND age > ?", "%#{params[:q]}%", params[:age]) # finds sql-injection
    User.where("x = ? AND y = ?", params[:x], 1) # finds sql-injection
    User.where(["x = ? AND y = ?", params[:x], 1]) # finds sql-injection
    User.find_by_sql(["SELECT * FROM users WHERE name = ?", params[:name]]) # finds sql-injection
    User.exists?(["name = ?", params[:name]]) # finds sql-injection
    User.where("id IN (?)", params[:ids]) # finds sql-injection
    ActiveRecord::Base.connection.execute(ActiveRecord::Base.sanitize_sql_array(["UPDATE users SET a = ?", params[:a]])) # finds sql-injection, missing-where (warning)
    ActiveRecord::Base.connection.select_all(ActiveRecord::Base.sanitize_sql_array(["SELECT * FROM users WHERE a = ?", params[:a]])) # finds sql-injection
    User.where("name = ?", params[:name]).delete_all # finds sql-injection
    User.joins(User.sanitize_sql_array(["LEFT JOIN c ON c.x = ?", params[:name]])) # finds sql-injection
    values = []
    sql = "SELECT * FROM users WHERE 1=1"
    values << params[:a] if params[:a]
    sql += " AND a = ?" if params[:a]
    if params[:b].present?
      values << params[:b]
      sql << " AND b = ?"
    end
    @users = User.find_by_sql([sql, *values]) # finds sql-injection
    conn = PG.connect(dbname: 'x')
    conn.exec_params("SELECT * FROM users WHERE a = $1", [params[:a]]) # finds sql-injection
    conn.exec_params("SELECT * FROM users WHERE b = $1 AND a = $2", [1, params[:a]]) # finds sql-injection
    my = Mysql2::Client.new(host: 'x')
    my.prepare("SELECT * FROM users WHERE a = ? LIMIT ?").execute(params[:a], params[:n].to_i) # finds sql-injection
    db = SQLite3::Database.new('x')
    db.execute("SELECT * FROM users WHERE a = ?", [params[:a]]) do |row| # finds sql-injection
      puts row
    end
    db.execute <<~SQL, [params[:a]] # finds sql-injection
      SELECT * FROM users
      WHERE a = ?
    SQL
    allowed_direction = params[:dir].to_s.downcase == 'desc' ? 'DESC' : 'ASC'
    User.order("name #{allowed_direction}") # finds sql-injection
    sort_column = %w[id name].include?(params[:sort]) ? params[:sort] : 'id'
    User.order(sort_column) # finds sql-injection
  end
end
