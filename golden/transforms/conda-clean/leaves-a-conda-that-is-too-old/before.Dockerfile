FROM continuumio/anaconda3:5.3.0
RUN conda install -y pandas
