class FeedsController < ApplicationController
  def create
    document = Nokogiri::XML(request.body.read) { |config| config.nonet } # finds xml-external-entities
    other = Nokogiri::XML(request.body.read, nil, nil, Nokogiri::XML::ParseOptions::DEFAULT_XML) # finds xml-external-entities
    render json: [document.root.name.length, other.root.name.length]
  end
end
