"""Maps: outlines in, a Folium map or flat shapes for a chart out. Knows geometry and Leaflet, asks the store nothing."""
