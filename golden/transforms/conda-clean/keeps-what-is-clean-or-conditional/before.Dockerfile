FROM continuumio/miniconda3:24.5.0-0
RUN conda install -y numpy && conda clean -tipsy
RUN conda install -y six; rm -rf /opt/conda/pkgs
RUN conda install -y six | tee log
