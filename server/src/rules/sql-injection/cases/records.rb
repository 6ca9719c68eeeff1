class UsersController < ApplicationController
  def index
    User.where("name = '#{params[:name]}'").first # finds sql-injection
    User.where("name LIKE '%#{params[:q]}%' AND age > #{params[:age]}") # finds sql-injection
    User.where("x = #{params[:x]} AND y = ?", 1) # finds sql-injection
    User.where(["x = '#{params[:x]}' AND y = ?", 1]) # finds sql-injection
    User.find_by_sql("SELECT * FROM users WHERE name = '" + params[:name] + "'") # finds sql-injection
    User.exists?("name = '#{params[:name]}'") # finds sql-injection
    User.where("id IN (#{params[:ids].join(',')})") # finds sql-injection
    ActiveRecord::Base.connection.execute("UPDATE users SET a = '#{params[:a]}'") # finds sql-injection, missing-where (warning)
    ActiveRecord::Base.connection.select_all("SELECT * FROM users WHERE a = '#{params[:a]}'") # finds sql-injection
    User.delete_all("name = '#{params[:name]}'") # finds sql-injection
    User.joins("LEFT JOIN c ON c.x = '#{params[:name]}'") # finds sql-injection
    sql = "SELECT * FROM users WHERE 1=1"
    sql += " AND a = '#{params[:a]}'" if params[:a]
    if params[:b].present?
      sql << " AND b = '#{params[:b]}'"
    end
    @users = User.find_by_sql(sql) # finds sql-injection
    conn = PG.connect(dbname: 'x')
    conn.exec("SELECT * FROM users WHERE a = '#{params[:a]}'") # finds sql-injection
    conn.exec_params("SELECT * FROM users WHERE b = $1 AND a = '%s'" % params[:a], [1]) # finds sql-injection
    my = Mysql2::Client.new(host: 'x')
    my.query("SELECT * FROM users WHERE a = '#{params[:a]}' LIMIT #{params[:n]}") # finds sql-injection
    db = SQLite3::Database.new('x')
    db.execute("SELECT * FROM users WHERE a = '#{params[:a]}'") do |row| # finds sql-injection
      puts row
    end
    db.execute <<~SQL # finds sql-injection
      SELECT * FROM users
      WHERE a = '#{params[:a]}'
    SQL
    User.order("name #{params[:dir]}") # finds sql-injection
    User.order(params[:sort]) # finds sql-injection
  end
end
